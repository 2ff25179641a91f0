# An export is begun in the background and stopped: no half file is left.
size 1100 800
click preset.full-shaved
key Ctrl+E
expect dialog export
click export.size
click export.size.0
click export.go
expect dialog none
expect notices has background
do work.cancel
