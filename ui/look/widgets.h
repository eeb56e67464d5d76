// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QToolButton>

#include "ui/look/lineicon.h"

namespace ui {

/// A label that shows any text as it is, never as markup.
QLabel *makePlainLabel(QWidget *parent, const QString &text = {});

/// Gives a line edit a button that clears it, as soon as there is something to clear. Its icon
/// takes longer to make than the line edit.
void offerToClear(QLineEdit *edit);

/// The wheel over `box` changes it only while it has the focus, which the wheel does not give.
void leaveWheelUnlessFocused(QWidget &box);

/// A thin line between regions.
class Line : public QWidget
{
    Q_OBJECT

public:
    explicit Line(Qt::Orientation orientation, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Qt::Orientation m_orientation;
};

/// A splitter whose handles are thin lines, easier to grab than to see.
class LineSplitter : public QSplitter
{
    Q_OBJECT

public:
    explicit LineSplitter(Qt::Orientation orientation, QWidget *parent = nullptr);

protected:
    QSplitterHandle *createHandle() override;
};

/// A flat button with an icon, a text, or both. `name` is its accessible name and tooltip.
QToolButton *makeFlatButton(QWidget *parent, const QString &name, LineIcon icon,
                            Qt::ToolButtonStyle style = Qt::ToolButtonIconOnly);

} // namespace ui
