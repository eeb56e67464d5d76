// SPDX-License-Identifier: Apache-2.0
#include "ui/accessibility/focusheirs.h"

#include "ui/accessibility/tabring.h"

#include <QAbstractButton>
#include <QPointer>
#include <QVariant>

namespace ui {

namespace {

using Heirs = QList<QPointer<QWidget>>;

constexpr const char *HeirsProperty = "focusHeirs";

bool canKeepFocus(const QWidget &part)
{
    return part.isEnabled() && part.isVisibleTo(part.window());
}

QWidget *heirOf(const QWidget &part)
{
    const auto isHeir = [&part](const QWidget &stop) {
        return &stop != &part && !qobject_cast<const QAbstractButton *>(&stop);
    };
    for (const QWidget *owner = &part; owner; owner = owner->parentWidget()) {
        const auto heirs = owner->property(HeirsProperty).value<Heirs>();
        for (const QPointer<QWidget> &heir : heirs) {
            if (QWidget *const stop = heir ? firstTabStop(*heir, isHeir) : nullptr)
                return stop;
        }
        if (owner->isWindow())
            break;
    }
    return nullptr;
}

} // namespace

void setFocusHeirs(QWidget &part, const QList<QWidget *> &heirs)
{
    part.setProperty(HeirsProperty, QVariant::fromValue(Heirs(heirs.begin(), heirs.end())));
}

bool passFocusToHeir(QWidget &window)
{
    const QWidget *left = window.focusWidget();
    if (!left || left == &window || canKeepFocus(*left))
        return false;
    QWidget *heir = heirOf(*left);
    if (heir)
        heir->setFocus(Qt::OtherFocusReason);
    return heir;
}

void showPage(QStackedWidget &stack, QWidget &page)
{
    QWidget *before = stack.currentWidget();
    QWidget *focus = stack.window()->focusWidget();
    const bool loses =
        before && before != &page && focus && (focus == before || before->isAncestorOf(focus));
    if (loses)
        focus->clearFocus();
    stack.setCurrentWidget(&page);
    if (QWidget *const heir = loses ? heirOf(*focus) : nullptr)
        heir->setFocus(Qt::OtherFocusReason);
}

} // namespace ui
