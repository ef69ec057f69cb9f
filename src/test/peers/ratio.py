"""CPU time of a training step, ours over PyTorch's; both take turns, one thread each, pinned to one processor.

Arguments: our classpath, rounds, then depths. From the root, after `mvn test-compile`:
  mvn -q dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test
  python3 src/test/peers/ratio.py target/classes:target/test-classes:$(cat target/classpath) 7 8 20
"""
import os
import statistics
import subprocess
import sys

STEPS = {8: 16}
HERE = os.path.dirname(os.path.abspath(__file__))


def start(command):
    environment = dict(os.environ, OMP_NUM_THREADS="1")
    process = subprocess.Popen(
        ["taskset", "-c", "0", *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)
    return process, int(process.stdout.readline())


def turn(process):
    process.stdin.write("go\n")
    process.stdin.flush()
    return float(process.stdout.readline())


def compare(classpath, rounds, depth):
    steps = str(STEPS.get(depth, 8))
    ours, parameters = start(
        ["java", "-cp", classpath, "org.itocheck.benchmark.TrainingSteps", str(depth), steps])
    torch, theirs = start([sys.executable, os.path.join(HERE, "train_torch.py"), str(depth), steps])
    assert parameters == theirs, f"{parameters} parameters here, {theirs} there"
    times = [(turn(ours), turn(torch)) for _ in range(rounds)]
    for process in (ours, torch):
        process.stdin.close()
        process.wait()
    ratios = [a / b for a, b in times]
    print(f"PreResNet-{depth}x16-BN, d = {parameters}, B = 64, float: "
          f"{statistics.median(a for a, _ in times):.1f} ms, torch {statistics.median(b for _, b in times):.1f} ms, "
          f"ratio {statistics.median(ratios):.3f} ({min(ratios):.3f}-{max(ratios):.3f}), {rounds} rounds", flush=True)


for chosen in sys.argv[3:]:
    compare(sys.argv[1], int(sys.argv[2]), int(chosen))
