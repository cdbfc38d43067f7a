"""Runs the age program at a terminal of its own, where it asks for the passphrase.

Called with `lock` or `unlock`, two paths and the passphrase: from the one it reads, to the other it writes.
"""

import os
import pty
import sys

deed, source, target, passphrase = sys.argv[1:]
process, terminal = pty.fork()
if process == 0:
    os.execvp("age", ["age", "--passphrase" if deed == "lock" else "--decrypt", "--output", target, source])

said = b""
while True:
    try:
        heard = os.read(terminal, 4096)
    except OSError:
        break
    if not heard:
        break
    said += heard
    # It asks twice when it locks.
    if b"passphrase" in heard and heard.rstrip().endswith(b":"):
        os.write(terminal, passphrase.encode() + b"\n")
status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
if status:
    sys.exit(said.decode(errors="replace") or "The age program is not installed.")
