// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/roomybutton.h"

#include "ui/parts/formfield.h"

namespace ui {

namespace {

constexpr int Room = 12;

} // namespace

RoomyButton::RoomyButton(const QString &text, QWidget *parent) : QPushButton(parent)
{
    setLabel(text);
}

void RoomyButton::setLabel(const QString &text)
{
    setText(text);
    setAccessibleName(withoutMnemonic(text));
}

QSize RoomyButton::sizeHint() const
{
    const int textWidth = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    return QPushButton::sizeHint().expandedTo({textWidth + 2 * Room, 0});
}

} // namespace ui
