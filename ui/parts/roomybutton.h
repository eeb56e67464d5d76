// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>

namespace ui {

/// A push button with room around its text, also when the text is long.
class RoomyButton : public QPushButton
{
    Q_OBJECT

public:
    /// `text` may hold a mnemonic; without it, it is the accessible name.
    explicit RoomyButton(const QString &text = {}, QWidget *parent = nullptr);

    /// Changes text and accessible name.
    void setLabel(const QString &text);

    QSize sizeHint() const override;
};

} // namespace ui
