// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <thread>

namespace ui {

/// Reads the system's font configuration beside the start of the program.
///
/// Qt reads it when the first text is measured, which takes a quarter of the time to the first
/// paint. Where there is no Fontconfig, there is nothing to do.
class FontConfiguration
{
    Q_DISABLE_COPY_MOVE(FontConfiguration)

public:
    FontConfiguration();

    /// Blocks, too, until it has been read.
    ~FontConfiguration();

    /// Blocks until it has been read. To be called before the first text is measured: Qt would
    /// read it once more.
    void wait();

private:
    std::thread m_reader;
};

} // namespace ui
