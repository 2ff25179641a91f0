# From a stamp to a wall and back.
click preset.full-shaved
size 160 120
expect window.width 160
screenshot tiny.png
size 3840 2160
expect window.width 3840
screenshot wall.png
size 1280 800
click plan.skin.V
expect project.client.fitzpatrick 5
