"""Measures whole processes, and says on which machine and when."""
import collections
import datetime
import os
import platform
import shutil
import subprocess
import threading
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROGRAM = os.path.join(ROOT, "src", "NonRecoursMatch.Cli", "bin", "Release", "net10.0", "nonrecours.dll")
KERNELS = os.path.join(ROOT, "benchmarks", "NonRecoursMatch.Benchmarks", "bin", "Release", "net10.0", "NonRecoursMatch.Benchmarks.dll")
LEAST_FREE_GB = 4

Cost = collections.namedtuple("Cost", "wall cpu peak disk output")


def command(binary):
    """The command line that starts the program: a .dll goes through dotnet."""
    return ["dotnet", binary] if binary.endswith(".dll") else [binary]


def measure(arguments, folder, log=None):
    """
    Runs a command to its end. Wall clock and processor time in seconds, peak in bytes: the resident memory of the largest single process, its children
    included, as /usr/bin/time -v would say (wait4). Disk in bytes: the most that `folder` held, looked at twice a second. Its standard output is kept.
    """
    start = time.monotonic()
    with open(log or os.devnull, "ab") as errors:
        process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=errors)
    peak, ended = [0], threading.Event()

    def watch():
        while not ended.wait(0.5):
            peak[0] = max(peak[0], folder_size(folder))
            if shutil.disk_usage(folder).free < LEAST_FREE_GB * 2**30:
                process.kill()

    watcher = threading.Thread(target=watch)
    watcher.start()
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    ended.set()
    watcher.join()
    if process.returncode:
        raise SystemExit(f"{' '.join(arguments)} ended with {process.returncode}" + (f": see {log}" if log else ""))
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, max(peak[0], folder_size(folder)), output.decode())


def folder_size(folder):
    """Bytes below a folder that changes meanwhile."""
    total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            try:
                total += os.stat(os.path.join(parent, name)).st_size
            except FileNotFoundError:
                pass
    return total


def load():
    """The load average of the last minute: above the number of cores, wall clock says more of the others than of us."""
    return os.getloadavg()[0]


def machine():
    """Processor, cores, memory, system."""
    with open("/proc/cpuinfo", encoding="ascii") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    runtime = subprocess.run(["dotnet", "--version"], check=True, capture_output=True, text=True).stdout.strip()
    return f"{model}, {os.cpu_count()} virtual cores, {memory:.0f} GiB, Linux {platform.release().split('-')[0]}, .NET SDK {runtime}"


def today():
    return datetime.date.today().isoformat()


def table(header, rows):
    """A Markdown table."""
    return "\n".join("| " + " | ".join(str(cell) for cell in row) + " |" for row in [header, *rows]).replace("\n", "\n|" + "---|" * len(header) + "\n", 1)


def thousands(number):
    return f"{number:,}"
