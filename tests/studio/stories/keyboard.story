# By keys alone, from the first window to another skin and five years.
key F6
key Escape
expect dialog none
key F6
frames 3
key Down
frames 3
key Space
frames 3
expect document.undo Skin
key Y
expect years 5
