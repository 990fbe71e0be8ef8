"""The process that is forked: `python -m tasks.processes.template SOCKET MODULE` (see `nursery`)."""

from __future__ import annotations

import gc
import os
import signal
import socket
import sys
import traceback
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection
from types import ModuleType

from tasks.processes.nursery import NUMBER


def run(control: socket.socket, module: ModuleType) -> None:
    """Fork a child for each connection that comes and say how one ended when asked, until nobody can ask."""
    module.prepare()
    gc.collect()
    gc.freeze()  # else the first collection in a child would touch, and so copy, all memory
    while True:
        request, connections, _, _ = socket.recv_fds(control, NUMBER.size, 1)
        if connections:
            pid = os.fork()
            if pid == 0:
                control.close()
                _serve(module, connections[0])
            os.close(connections[0])
            control.sendall(NUMBER.pack(pid))
        elif len(request) == NUMBER.size:
            control.sendall(NUMBER.pack(os.waitpid(NUMBER.unpack(request)[0], 0)[1]))
        else:
            break
    with suppress(ChildProcessError):
        while True:
            os.wait()  # what they used counts as this process's, for who looks at it


def _serve(module: ModuleType, connection: int) -> None:
    code = 0
    try:
        module.serve(Connection(connection))
    except (EOFError, ConnectionError):
        pass  # nobody asks any more
    except BaseException:
        traceback.print_exc()
        code = 1
    finally:
        os._exit(code)


if __name__ == "__main__":
    # An interrupt goes to the whole group of processes; the run decides what becomes of its children.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with socket.socket(fileno=int(sys.argv[1])) as given:
        run(given, import_module(sys.argv[2]))
