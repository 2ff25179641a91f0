# Round the head with the mouse, nearer, the light round the head.
size 640 460
click preset.full-shaved
drag view 60 0
expect looking.azimuth_deg < 30
drag view 0 20
wheel 3
expect looking.frame_height_mm < 300
drag view 60 0 1
expect looking.light_azimuth_deg > 40
do view.crown
expect looking.camera crown
do view.reset
