# Anything by its name, and by keys alone.
click preset.full-shaved
key Ctrl+P
expect dialog palette
type five
key Backspace
key Backspace
key Backspace
key Backspace
type 5 years
key Enter
expect dialog none
expect years 5
key H
expect years 0.11498973305954825
key Period
expect years 0.5
key Comma
expect years 0.11498973305954825
key Tab
expect panels false
key Tab
expect panels true
key F2
expect mode trainer
key F3
expect mode portfolio
key F1
expect mode client
key Shift+Slash
expect dialog shortcuts
key Escape
expect dialog none

# No frame keeps the hand waiting; of the thread alone, since the machine may be busy.
expect window.busiest_frame_cpu_ms < 100

# In the portfolio's mode a picture can be exported too, and the matrix has its sheet again afterwards.
key F3
expect export_command has healed sheet
key Ctrl+E
expect export_command has healed render
expect export_command has picture.png
key Escape
expect export_command has -o sheet.png
key F1
