# Letters from 75 to 200 %; what is drawn can still be hit.
click preset.full-shaved
do view.larger
do view.larger
do view.larger
do view.larger
do view.larger
expect scale 2
size 2200 1400
click plan.skin.II
expect project.client.fitzpatrick 2
# Where large letters leave room for one panel, the other is one click away, and so are the modes.
size 1440 900
click plan.skin.III
expect project.client.fitzpatrick 3
click view.other_panel
click compare.split
expect layout split
click mode.trainer
expect mode trainer
click view.other_panel
click mode.client
click plan.skin.IV
expect project.client.fitzpatrick 4
screenshot narrow.png
do compare.single
size 2200 1400
do view.usual_size
expect scale 1
do view.smaller
do view.smaller
expect scale 0.75
click plan.skin.VI
expect project.client.fitzpatrick 6

# No frame keeps the hand waiting; of the thread alone, since the machine may be busy.
expect window.busiest_frame_cpu_ms < 100
