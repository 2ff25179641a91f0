# The graphics card that draws the window goes away in the middle of work: the corner says so, and plan, views and
# history are where they were.
click preset.full-shaved
click plan.skin.V
do time.year5
do compare.side
screenshot before.png
do edit.undo
expect document.redo Skin
do edit.redo
lose_window_device
click plan.skin.VI
expect window.devices_lost 1
expect window.drawn_on has llvmpipe
expect notices has the device was lost
expect notices has Software does the work instead
expect project.client.fitzpatrick 6
expect years 5
expect layout side
expect views.1.title 5 years
expect document.depth 2
key Ctrl+Z
expect project.client.fitzpatrick 5
expect document.redo Skin
click plan.skin.V
screenshot after.png
# A second time, and while the window changes its size.
lose_window_device
size 1280 800
expect window.devices_lost 2
expect window.width 1280
click plan.skin.III
expect project.client.fitzpatrick 3
