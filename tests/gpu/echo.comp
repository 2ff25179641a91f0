#include "echo.h"

void main() {
    uint n = 0u;
    floats[n++] = params.scalar;
    for (int i = 0; i < 3; ++i)
        floats[n++] = params.direction[i];
    floats[n++] = float(params.index);
    for (int i = 0; i < 2; ++i)
        floats[n++] = params.corner[i];
    for (int i = 0; i < 3; ++i)
        floats[n++] = float(params.cell[i]);
    for (int column = 0; column < 4; ++column)
        for (int row = 0; row < 4; ++row)
            floats[n++] = params.camera[column][row];
    floats[n++] = params.last;
}
