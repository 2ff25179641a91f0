// Every physics file, each after those that it calls.
