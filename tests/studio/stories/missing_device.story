# A graphics card that is asked for and not there gives way to software, in words.
expect notices has Software does the work instead
click preset.full-shaved
click plan.skin.V
expect project.client.fitzpatrick 5
