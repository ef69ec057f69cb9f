"""Time of a training step, ours over PyTorch's; both take turns. On the CPU it is that of the processor, one thread each, pinned to one; on a
GPU, with --device cuda, that of the clock.

Arguments: our classpath, rounds, then depths. From the root, after `mvn test-compile`:
  mvn -q dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test
  python3 src/test/peers/ratio.py target/classes:target/test-classes:$(cat target/classpath) 7 8 20
  python3 src/test/peers/ratio.py --device cuda --batch 128 target/classes:target/test-classes:$(cat target/classpath) 7 32
The second needs -Pgpu in both calls of Maven.
"""
import argparse
import os
import statistics
import subprocess
import sys

STEPS = {"cpu": 8, "cuda": 200}
STEPS_OF_DEPTH_8 = {"cpu": 16, "cuda": 200}
HERE = os.path.dirname(os.path.abspath(__file__))


def start(command, device):
    pinned = ["taskset", "-c", "0"] if device == "cpu" else []
    environment = dict(os.environ, OMP_NUM_THREADS="1")
    process = subprocess.Popen(
        [*pinned, *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)
    return process, int(process.stdout.readline())


def turn(process):
    process.stdin.write("go\n")
    process.stdin.flush()
    return float(process.stdout.readline())


def compare(classpath, rounds, depth, device, batch):
    steps = STEPS_OF_DEPTH_8[device] if depth == 8 else STEPS[device]
    arguments = [str(depth), str(steps), str(batch), device]
    ours, parameters = start(["java", "-cp", classpath, "org.itocheck.benchmark.TrainingSteps", *arguments], device)
    torch, theirs = start([sys.executable, os.path.join(HERE, "train_torch.py"), *arguments], device)
    assert parameters == theirs, f"{parameters} parameters here, {theirs} there"
    times = [(turn(ours), turn(torch)) for _ in range(rounds)]
    for process in (ours, torch):
        process.stdin.close()
        process.wait()
    ratios = [a / b for a, b in times]
    print(f"PreResNet-{depth}x16-BN, d = {parameters}, B = {batch}, float, {device}: "
          f"{statistics.median(a for a, _ in times):.1f} ms, torch {statistics.median(b for _, b in times):.1f} ms, "
          f"ratio {statistics.median(ratios):.3f} ({min(ratios):.3f}-{max(ratios):.3f}), {rounds} rounds", flush=True)


parser = argparse.ArgumentParser()
parser.add_argument("--device", choices=["cpu", "cuda"], default="cpu")
parser.add_argument("--batch", type=int, default=64)
parser.add_argument("classpath")
parser.add_argument("rounds", type=int)
parser.add_argument("depths", type=int, nargs="+")
given = parser.parse_args()
for chosen in given.depths:
    compare(given.classpath, given.rounds, chosen, given.device, given.batch)
