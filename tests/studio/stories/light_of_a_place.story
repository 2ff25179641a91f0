# A picture of surroundings, dropped on the window, lights the head and stays in the list.
size 1000 800
click preset.full-shaved
expect looking.rig studio
drop broken.hdr
expect notices.0 has broken.hdr
expect looking.rig studio
drop yard.hdr
expect looking.rig has yard.hdr
click look.rig
click look.rig.0
expect looking.rig not studio
key Ctrl+E
expect export_command has healed render
key Escape
