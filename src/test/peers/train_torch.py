"""Steps of training in PyTorch beside org.itocheck.benchmark.TrainingSteps: the same network, batch and update.

For every line it reads it makes some steps and prints the time of one in ms, on the CPU that of the processor, on a GPU that of the clock.
Arguments: depth of the PreResNet, steps a line, images a batch, cpu or cuda."""
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

IMAGES, CLASSES, STRIDE, WIDTH = 5000, 10, 61, 16


class Block(nn.Module):
    def __init__(self, inputs, outputs, changes):
        super().__init__()
        stride = 2 if changes else 1
        self.norm1 = nn.BatchNorm2d(inputs)
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.norm2 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.shortcut = nn.Conv2d(inputs, outputs, 1, stride, bias=False) if changes else nn.Identity()

    def forward(self, x):
        y = self.conv1(F.relu(self.norm1(x)))
        return self.conv2(F.relu(self.norm2(y))) + self.shortcut(x)


class PreResNet(nn.Module):
    def __init__(self, depth):
        super().__init__()
        blocks, channels = [], WIDTH
        for stage in range(3):
            for block in range((depth - 2) // 6):
                outputs = WIDTH << stage
                blocks.append(Block(channels, outputs, stage > 0 and block == 0))
                channels = outputs
        self.stem = nn.Conv2d(3, WIDTH, 3, 1, 1, bias=False)
        self.blocks = nn.Sequential(*blocks)
        self.norm = nn.BatchNorm2d(channels)
        self.head = nn.Linear(channels, CLASSES)

    def forward(self, x):
        return self.head(F.relu(self.norm(self.blocks(self.stem(x)))).mean((2, 3)))


def main():
    torch.set_num_threads(1)
    depth, steps, size = (int(argument) for argument in sys.argv[1:4])
    device = sys.argv[4]
    clock = time.process_time if device == "cpu" else time.perf_counter
    net = PreResNet(depth).to(device)
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1, weight_decay=5e-4)
    images = torch.randint(0, 256, (IMAGES, 3, 32, 32), dtype=torch.uint8)
    labels = torch.arange(IMAGES) % CLASSES
    mean = (images.float() / 255).mean((0, 2, 3)).view(1, 3, 1, 1)
    deviation = (images.float() / 255).std((0, 2, 3)).view(1, 3, 1, 1)

    def make(count):
        for k in range(count):
            indices = (torch.arange(size) * STRIDE + k * size) % IMAGES
            batch = ((images[indices].float().div_(255) - mean) / deviation).to(device)
            optimizer.zero_grad(set_to_none=True)
            loss = F.cross_entropy(net(batch), labels[indices].to(device))
            loss.backward()
            optimizer.step()
            loss.item()  # waits for the device

    make(2 * steps)
    print(sum(p.numel() for p in net.parameters()), flush=True)
    for _ in sys.stdin:
        began = clock()
        make(steps)
        print((clock() - began) * 1e3 / steps, flush=True)


main()
