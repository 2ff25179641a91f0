# Skin under oil and water, the camera's exposure and balance; the export's command tells all of it.
click preset.full-shaved
click look.skin
drag look.oil 400 0
expect looking.oil 2
drag look.wet 400 0
expect looking.wet 1
drag look.exposure 400 0
expect looking.exposure_stops 2
drag look.white_balance 400 0
expect looking.white_balance_k 10000
drag look.white_balance -800 0
expect looking.white_balance_k 0
