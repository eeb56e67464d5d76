// SPDX-License-Identifier: Apache-2.0
#include "ui/fontconfiguration.h"

#ifdef BUCKETSCOPE_FONTCONFIG
#include <fontconfig/fontconfig.h>
#endif

namespace ui {

FontConfiguration::FontConfiguration()
#ifdef BUCKETSCOPE_FONTCONFIG
    : m_reader([] { FcInit(); })
#endif
{ }

void FontConfiguration::wait()
{
    if (m_reader.joinable())
        m_reader.join();
}

} // namespace ui
