# A grid up to 4x4, each view with a plan, a time, an ink and a skin of its own; flip, fade and swap.
size 1200 900
click preset.full-shaved
click plan.skin.V
key Ctrl+S
key Ctrl+A
type darker.healed.json
key Enter
expect document.saved true
click plan.skin.II
click compare.grid
click compare.fill_skins
expect layout grid
expect views.5.title has Skin VI
click compare.fill_times
expect views.3.years 5
expect views.5.years 10
click compare.fill_inks
expect views.8.title not Healed
click compare.columns.number
key Ctrl+A
type 4
key Enter
expect comparison.columns 4
click pane.add
click pane.add
click pane.add
click pane.add
click pane.add
click pane.add
click pane.add
expect views.15.title 5 years
expect views.15.years 5
expect views.16 null
click pane.15.skin
click pane.15.skin.6
click pane.15.time
click pane.15.time.2
click pane.15.ink
click pane.15.ink.1
expect views.15.years 0.11498973305954825
expect comparison.panes.15.skin VI
expect comparison.panes.15.ink carbon-green-orange
click pane.remove
expect views.15 null
click compare.fade
expect layout fade
drag compare.fade_share 40 0
expect comparison.fade > 0.55
click pane.1.plan
click pane.1.plan.1
expect views.1.title has darker.healed.json
expect comparison.panes.1.plan darker.healed.json
click compare.flip
expect comparison.flipped false
key F
expect comparison.flipped true
key F
expect comparison.flipped false
key Shift+X
expect views.0.title has darker.healed.json
click pane.0.plan
click pane.0.plan.0
expect comparison.panes.0.plan not darker.healed.json
expect project.client.fitzpatrick 2

# No frame keeps the hand waiting; of the thread alone, since the machine may be busy.
expect window.busiest_frame_cpu_ms < 100
