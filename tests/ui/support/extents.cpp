// SPDX-License-Identifier: Apache-2.0
#include "extents.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSpinBox>
#include <QSplitterHandle>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTextDocument>
#include <QToolTip>

using namespace Qt::Literals::StringLiterals;

namespace testsupport {

namespace {

/// Of a table, enough to see what its columns do.
constexpr int RowsLookedAt = 3;

QString nameOf(const QWidget &part)
{
    QString name = part.accessibleName();
    if (name.isEmpty())
        name = part.accessibleDescription();
    const QVariant text = part.property("text");
    if (name.isEmpty() && text.isValid())
        name = text.toString().left(40);
    return u"%1 “%2” %3×%4"_s.arg(QString::fromLatin1(part.metaObject()->className()), name,
                                  QString::number(part.width()), QString::number(part.height()));
}

/// What resting the mouse at `place` shows.
QString toolTipAt(QWidget &part, const QPoint &place)
{
    QToolTip::showText({}, u"-"_s);
    QHelpEvent rest(QEvent::ToolTip, place, part.mapToGlobal(place));
    QCoreApplication::sendEvent(&part, &rest);
    QTextDocument shown;
    shown.setHtml(QToolTip::text());
    return shown.toPlainText().simplified();
}

bool tellsWhole(QWidget &part, const QPoint &place, const QString &text)
{
    return toolTipAt(part, place).contains(text.simplified().left(300));
}

const QAbstractScrollArea *scrollAreaOf(const QWidget &viewport)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(viewport.parentWidget());
    return area && area->viewport() == &viewport ? area : nullptr;
}

/// Something that Qt puts into its widgets, or that is meant to lie over others.
bool isInner(const QWidget &part)
{
    const QWidget *parent = part.parentWidget();
    return qobject_cast<const QSplitterHandle *>(&part) || qobject_cast<const QComboBox *>(parent)
        || qobject_cast<const QLineEdit *>(parent) || qobject_cast<const QSpinBox *>(parent)
        || part.testAttribute(Qt::WA_TransparentForMouseEvents) || part.size() == QSize(1, 1);
}

class Walk
{
public:
    void visit(QWidget &part)
    {
        if (!isInner(part)) {
            checkPlace(part);
            checkText(part);
            if (part.layout())
                checkLayout(*part.layout());
        }
        const auto children = part.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
        for (QWidget *child : children) {
            if (child->isVisible() && !child->isWindow())
                visit(*child);
        }
    }

    QStringList faults() const { return m_faults; }

private:
    void fault(const QWidget &part, const QString &what)
    {
        m_faults.append(nameOf(part) + u": "_s + what);
    }

    void checkPlace(const QWidget &part)
    {
        const QWidget *parent = part.parentWidget();
        if (part.isWindow() || !parent)
            return;
        const auto *area = scrollAreaOf(*parent);
        // What scrolls may reach out only where there is a bar to scroll it by.
        const bool scrollsAcross =
            area && area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff;
        QRect room = parent->rect();
        if (area)
            room.adjust(0, -QWIDGETSIZE_MAX, 0, QWIDGETSIZE_MAX);
        if (!scrollsAcross && !room.contains(part.geometry()))
            fault(part, u"reaches out of its parent"_s);
    }

    void collect(const QLayout &layout, QList<QWidget *> &parts)
    {
        for (int i = 0; i < layout.count(); ++i) {
            QLayoutItem *item = layout.itemAt(i);
            if (item->layout())
                collect(*item->layout(), parts);
            else if (item->widget() && item->widget()->isVisible())
                parts.append(item->widget());
        }
    }

    void checkLayout(const QLayout &layout)
    {
        // Its pages lie over each other; one is visible.
        QList<QWidget *> parts;
        collect(layout, parts);
        for (qsizetype i = 0; i < parts.size(); ++i) {
            for (qsizetype j = 0; j < i; ++j) {
                if (parts[i]->geometry().intersects(parts[j]->geometry()))
                    fault(*parts[i], u"lies over "_s + nameOf(*parts[j]));
            }
        }
    }

    void checkText(QWidget &part)
    {
        if (auto *label = qobject_cast<QLabel *>(&part))
            checkLabel(*label);
        else if (auto *button = qobject_cast<QAbstractButton *>(&part))
            checkButton(*button);
        else if (auto *tabs = qobject_cast<QTabBar *>(&part))
            checkTabs(*tabs);
        else if (auto *header = qobject_cast<QHeaderView *>(&part))
            checkHeader(*header);
        else if (auto *view = qobject_cast<QAbstractItemView *>(&part))
            checkItems(*view);
        else if (auto *choice = qobject_cast<QComboBox *>(&part))
            checkChoice(*choice);
        else if (auto *edit = qobject_cast<QLineEdit *>(&part))
            checkPlaceholder(*edit);
        else if (auto *number = qobject_cast<QSpinBox *>(&part))
            checkNumber(*number);
    }

    void checkLabel(QLabel &label)
    {
        if (label.text().isEmpty())
            return;
        const QSize room = label.size();
        if (label.wordWrap()) {
            if (label.heightForWidth(room.width()) > room.height())
                fault(label, u"is higher than its room"_s);
            return;
        }
        const QSize needed = label.QLabel::sizeHint();
        if (needed.height() > room.height())
            fault(label, u"is higher than its room"_s);
        if (needed.width() > room.width()
            && !tellsWhole(label, label.rect().center(), label.text()))
            fault(label, u"is longer than its room, and no tooltip tells the rest"_s);
    }

    void checkButton(QAbstractButton &button)
    {
        const QSize needed = button.sizeHint();
        if (needed.height() > button.height())
            fault(button, u"is higher than its room"_s);
        if (needed.width() > button.width()
            && !tellsWhole(button, button.rect().center(), button.text()))
            fault(button, u"needs %1 px"_s.arg(needed.width()));
    }

    void checkTabs(QTabBar &tabs)
    {
        const auto arrows = tabs.findChildren<QAbstractButton *>();
        for (const QAbstractButton *arrow : arrows) {
            if (arrow->isVisible())
                fault(tabs, u"scrolls"_s);
        }
        for (int tab = 0; tab < tabs.count(); ++tab) {
            if (!tabs.isTabVisible(tab))
                continue;
            const QRect area = tabs.tabRect(tab);
            if (!tabs.rect().contains(area))
                fault(tabs, u"cuts the tab "_s + tabs.tabText(tab));
            const int needed = tabs.fontMetrics().horizontalAdvance(tabs.tabText(tab));
            if (needed > area.width() && !tellsWhole(tabs, area.center(), tabs.tabText(tab)))
                fault(tabs, u"has no room for the text "_s + tabs.tabText(tab));
            if (tabs.fontMetrics().height() > area.height())
                fault(tabs, u"is lower than its text"_s);
        }
    }

    void checkHeader(QHeaderView &header)
    {
        if (header.orientation() == Qt::Vertical)
            return;
        if (header.fontMetrics().height() > header.height())
            fault(header, u"is lower than its text"_s);
        for (int section = 0; section < header.count(); ++section) {
            const QString title = header.model()->headerData(section, Qt::Horizontal).toString();
            // As much as is kept free around a title.
            const int room = header.sectionSize(section) - 15;
            const QPoint place(header.sectionViewportPosition(section) + 2, header.height() / 2);
            if (!header.isSectionHidden(section) && header.viewport()->rect().contains(place)
                && header.fontMetrics().horizontalAdvance(title) > room
                && !tellsWhole(*header.viewport(), place, title))
                fault(header, u"cuts “%1”, and no tooltip tells the rest"_s.arg(title));
        }
    }

    void checkItems(QAbstractItemView &view)
    {
        const QAbstractItemModel *model = view.model();
        QStyleOptionViewItem option;
        option.initFrom(&view);
        option.font = view.font();
        for (int row = 0; model && row < qMin(model->rowCount(), RowsLookedAt); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                const QModelIndex index = model->index(row, column);
                const QRect area = view.visualRect(index);
                const QPoint place(qMin(area.center().x(), area.left() + 20), area.center().y());
                if (area.isEmpty() || !view.viewport()->rect().contains(place))
                    continue;
                option.rect = area;
                const QSize needed = view.itemDelegateForIndex(index)->sizeHint(option, index);
                if (needed.height() > area.height() || view.fontMetrics().height() > area.height())
                    fault(view, u"is lower than its text in column %1"_s.arg(column));
                if (needed.width() > area.width() && toolTipAt(*view.viewport(), place).size() <= 1)
                    fault(view,
                          u"cuts “%1”, and no tooltip tells the rest"_s.arg(
                              index.data().toString().left(40)));
            }
        }
    }

    void checkChoice(QComboBox &choice)
    {
        if (choice.isEditable())
            return;
        QStyleOptionComboBox option;
        option.initFrom(&choice);
        const int room = choice.style()
                             ->subControlRect(QStyle::CC_ComboBox, &option,
                                              QStyle::SC_ComboBoxEditField, &choice)
                             .width();
        const bool hasIcon = !choice.itemIcon(choice.currentIndex()).isNull();
        const QString text = choice.currentText();
        const int needed = choice.fontMetrics().horizontalAdvance(text)
            + (hasIcon ? choice.iconSize().width() + 4 : 0);
        if (needed > room && !tellsWhole(choice, choice.rect().center(), text))
            fault(choice, u"cuts “%1”, and no tooltip tells the rest"_s.arg(text));
    }

    void checkPlaceholder(QLineEdit &edit)
    {
        const QString text = edit.text().isEmpty() ? edit.placeholderText() : QString();
        if (!text.isEmpty() && edit.fontMetrics().horizontalAdvance(text) + 8 > edit.width()
            && !tellsWhole(edit, edit.rect().center(), text))
            fault(edit, u"cuts “%1”"_s.arg(text));
    }

    void checkNumber(QSpinBox &number)
    {
        const auto *edit = number.findChild<QLineEdit *>();
        if (number.fontMetrics().horizontalAdvance(number.text()) + 4 > edit->width()
            || number.minimumSizeHint().height() > number.height())
            fault(number, u"cuts "_s + number.text());
    }

    QStringList m_faults;
};

} // namespace

QStringList cutIn(QWidget &window)
{
    Walk walk;
    walk.visit(window);
    QToolTip::hideText();
    return walk.faults();
}

} // namespace testsupport
