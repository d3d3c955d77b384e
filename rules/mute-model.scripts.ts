/** Scripts that the guides of the mute model explain. Their messages are in both languages: a script has no setting. */

/** One real step with the very optimizer, judged before and after. */
export const preflight = `from collections import Counter
from contextlib import nullcontext

import torch


def preflight(model, batch, optimizer, autocast=nullcontext):
    trained = {n: p for n, p in model.named_parameters() if p.requires_grad}
    if not trained:
        return print("NO GRADIENT: nothing is trainable | 没有可训练的参数")
    batch = {k: v.to(next(iter(trained.values())).device) for k, v in batch.items()}
    labels = batch["labels"]
    print("trained tensors:", dict(Counter(str(p.dtype) for p in trained.values())))
    print("labels that count:", int((labels != -100).sum()), "of", labels.numel())
    if not (labels != -100).any():
        return print("MASKED: every label is -100 | 标签全部是 -100，没有可学的内容")

    model.train()
    optimizer.zero_grad()
    with autocast():
        loss = model(**batch).loss
    print("loss before the step:", loss.item())
    if not torch.isfinite(loss):
        return print("OVERFLOW: the loss is not finite before any step | 还没更新，loss 就已不是有限值")

    loss.backward()
    gradients = [p.grad for p in trained.values() if p.grad is not None]
    zero = sum(not g.any() for g in gradients)
    print("gradients:", len(gradients), "of", len(trained), "tensors, all zero in", zero)
    if zero == len(gradients):
        return print("NO GRADIENT: nothing reaches the trained tensors | 梯度没有传到要训练的参数")
    if not all(torch.isfinite(g).all() for g in gradients):
        return print("OVERFLOW: a gradient is not finite before any step | 还没更新，梯度就已不是有限值")

    optimizer.step()
    dead = sum(not torch.isfinite(p).all() for p in trained.values())
    if dead:
        print("FAULT:", dead, "of", len(trained), "tensors are not finite after one step | 只更新一步就坏了")
    else:
        print("OK: all", len(trained), "tensors are finite after one step | 更新一步后全部正常")


# with a Trainer | Trainer 的用法
preflight(
    trainer.model,
    next(iter(trainer.get_train_dataloader())),
    trainer.create_optimizer(),
    trainer.compute_loss_context_manager,
)
`

/** Counts the tensors of saved adapters that hold NaN or infinities. */
export const savedAdapter = `# python check_adapter.py FOLDER
import glob
import os
import sys

import torch
from safetensors.torch import load_file

for path in sorted(glob.glob(os.path.join(sys.argv[1], "**", "adapter_model.*"), recursive=True)):
    if path.endswith(".safetensors"):
        tensors = load_file(path)
    elif path.endswith(".bin"):
        tensors = torch.load(path, map_location="cpu", weights_only=True)
    else:
        continue
    dead = sum(not torch.isfinite(t).all() for t in tensors.values())
    zero = sum(not t.any() for name, t in tensors.items() if "lora_B" in name)
    verdict = "DEAD 已损坏" if dead else "UNTRAINED 没学到东西" if zero else "FINITE 数值正常"
    print(f"{verdict}: {path}: {len(tensors)} tensors, {dead} not finite, {zero} lora_B all zero")
`

/** Pins what the fault depends on and records what was used. */
export const reproducible = `# 1. pin | 锁定版本
printf '%s\\n' 'peft>=0.12.0,<0.14.0' 'transformers==4.38.2' 'accelerate==0.28.0' > constraints.txt
pip install -c constraints.txt peft transformers accelerate

# 2. record | 留下记录
pip freeze > freeze.txt
python -m torch.utils.collect_env > environment.txt
`
