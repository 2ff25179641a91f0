# Orbit, pan, zoom and the light, with the mouse and with keys; each the way it should go.
size 900 640
click preset.full-shaved
drag view 60 0
expect looking.azimuth_deg < 30
drag view 0 20
expect looking.elevation_deg > 14
key R
expect looking.azimuth_deg 38
expect looking.elevation_deg 10
drag view 40 -30 2
expect looking.shift_right_mm < -5
expect looking.shift_up_mm < -5
expect looking.azimuth_deg 38
down Shift
drag view -40 0
up Shift
expect looking.shift_right_mm > -5
key R
expect looking.shift_up_mm 0
move view
wheel 3
expect looking.frame_height_mm < 240
wheel -6
expect looking.frame_height_mm > 400
drag view 60 0 1
expect looking.light_azimuth_deg > 40
expect looking.azimuth_deg 38
key R
key A
expect looking.azimuth_deg < 31
key D
key D
expect looking.azimuth_deg > 45
key W
expect looking.elevation_deg > 17
key S
key S
expect looking.elevation_deg < 3
key Plus
expect looking.frame_height_mm < 300
key Minus
key Minus
expect looking.frame_height_mm > 320
key J
expect looking.light_azimuth_deg < 30
key L
key L
expect looking.light_azimuth_deg > 45
key 4
expect looking.camera crown
key X
expect looking.polarised true
click look.azimuth.number
key Ctrl+A
type -75
key Enter
expect looking.azimuth_deg -75
click look.lens.number
key Ctrl+A
type 35
key Enter
expect looking.focal_length_mm 35
