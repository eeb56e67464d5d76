// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/fontconfiguration.h"

#include <fontconfig/fontconfig.h>

namespace ui {

FontConfiguration::FontConfiguration() : m_reader([] { FcInit(); }) { }

} // namespace ui
