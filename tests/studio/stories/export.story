# A picture as the command line makes it.
size 1100 800
click preset.full-shaved
key Ctrl+E
expect dialog export
click export.size
click export.size.0
click export.go
expect dialog none
idle
expect notices has picture.png
