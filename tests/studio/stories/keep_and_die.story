# Changes are kept aside after a minute; then the power goes.
click preset.full-shaved
click plan.skin.VI
wait 61
idle
kill
