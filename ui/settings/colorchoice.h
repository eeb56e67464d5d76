// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/profilecolor.h"

#include <QComboBox>

#include <optional>

namespace ui {

/// Chooses the colour that marks a profile.
class ColorChoice : public QComboBox
{
    Q_OBJECT

public:
    static QSize swatchSize() { return {12, 12}; }

    explicit ColorChoice(QWidget *parent = nullptr);

    /// Nothing if the colour follows the profile's name.
    std::optional<accounts::ProfileColor> color() const;
    /// Shows a choice; `byName` is the colour that the name stands for.
    void setColor(std::optional<accounts::ProfileColor> chosen, accounts::ProfileColor byName);

private:
    void drawSwatches();

    accounts::ProfileColor m_byName = accounts::ProfileColor::None;
};

} // namespace ui
