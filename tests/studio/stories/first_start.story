# A person opens the window for the first time and takes the usual treatment.
expect dialog welcome
click preset.full-shaved
expect dialog none
expect years 0.11498973305954825
expect layout single
expect document.saved true
expect mode client
