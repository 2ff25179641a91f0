# Why it looks so: the cut follows the needle, and a mistake stands beside the right work.
size 1000 700
click preset.full-shaved
key F2
expect mode trainer
drag section.depth 0 22
expect plan.needle.resting_depth_mm > 0.3
expect document.undo Resting depth
screenshot trainer.png
click mistake.too-deep
expect layout side
expect views.0.title has Right
expect views.1.title has Too deep
click mistake.leave
expect layout single
