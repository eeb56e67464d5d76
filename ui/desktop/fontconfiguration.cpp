// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/fontconfiguration.h"

namespace ui {

FontConfiguration::~FontConfiguration()
{
    wait();
}

void FontConfiguration::wait()
{
    if (m_reader.joinable())
        m_reader.join();
}

} // namespace ui
