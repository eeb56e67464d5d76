// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/settingsportal.h"
#include "ui/desktop/systemwishes.h"

#include <memory>

namespace ui {

namespace {

/// Desktops know the one, or the other.
struct MotionWishes
{
    bool isReduced = false;
    bool isAnimated = true;
};

} // namespace

void SystemWishes::followMotion()
{
    const auto wishes = std::make_shared<MotionWishes>();
    const auto tell = [this, wishes] {
        setWantsStillness(wishes->isReduced || !wishes->isAnimated);
    };
    const auto noteReduction = [wishes, tell](const QVariant &motion) {
        constexpr uint Reduced = 1;
        wishes->isReduced = motion.toUInt() == Reduced;
        tell();
    };
    const auto noteAnimations = [wishes, tell](const QVariant &enabled) {
        wishes->isAnimated = enabled.metaType().id() != QMetaType::Bool || enabled.toBool();
        tell();
    };
    new SettingsPortal(SettingsPortal::Appearance, u"reduced-motion", noteReduction, this);
    new SettingsPortal(u"org.gnome.desktop.interface", u"enable-animations", noteAnimations, this);
}

} // namespace ui
