// SPDX-License-Identifier: Apache-2.0
#include "ui/look/widgets.h"

#include "ui/look/theme.h"

#include <QPainter>
#include <QSplitterHandle>

namespace ui {

namespace {

/// Paints a line in the middle of the room it is given.
class LineHandle final : public QSplitterHandle
{
public:
    using QSplitterHandle::QSplitterHandle;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const bool upright = orientation() == Qt::Horizontal;
        const QRect area =
            upright ? QRect(width() / 2, 0, 1, height()) : QRect(0, height() / 2, width(), 1);
        painter.fillRect(area, theme::line(palette()));
    }
};

constexpr int HandleWidth = 5;

class WheelGuard final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Wheel || static_cast<QWidget *>(watched)->hasFocus())
            return QObject::eventFilter(watched, event);
        event->ignore();
        return true;
    }
};

} // namespace

QLabel *makePlainLabel(QWidget *parent, const QString &text)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    return label;
}

void offerToClear(QLineEdit *edit)
{
    QObject::connect(
        edit, &QLineEdit::textChanged, edit, [edit] { edit->setClearButtonEnabled(true); },
        static_cast<Qt::ConnectionType>(Qt::AutoConnection | Qt::SingleShotConnection));
}

void leaveWheelUnlessFocused(QWidget &box)
{
    box.setFocusPolicy(Qt::StrongFocus);
    box.installEventFilter(new WheelGuard(&box));
}

Line::Line(Qt::Orientation orientation, QWidget *parent)
    : QWidget(parent), m_orientation(orientation)
{
    const bool level = orientation == Qt::Horizontal;
    setSizePolicy(level ? QSizePolicy::Expanding : QSizePolicy::Fixed,
                  level ? QSizePolicy::Fixed : QSizePolicy::Expanding);
}

QSize Line::sizeHint() const
{
    return {1, 1};
}

void Line::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), theme::line(palette()));
}

LineSplitter::LineSplitter(Qt::Orientation orientation, QWidget *parent)
    : QSplitter(orientation, parent)
{
    setHandleWidth(HandleWidth);
    setChildrenCollapsible(false);
}

QSplitterHandle *LineSplitter::createHandle()
{
    return new LineHandle(orientation(), this);
}

QToolButton *makeFlatButton(QWidget *parent, const QString &name, LineIcon icon,
                            Qt::ToolButtonStyle style)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setText(name);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setIcon(lineIcon(icon));
    button->setIconSize({16, 16});
    button->setToolButtonStyle(style);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace ui
