# The next start brings them back.
expect dialog recover
click recover.take
expect dialog none
expect project.client.fitzpatrick 6
expect document.saved false
