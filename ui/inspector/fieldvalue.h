// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

namespace ui {

/// The value of a field: to be read, and selected in part. Copying without a selection, or with all
/// of it selected, asks for the whole value, of which the text may show less.
class FieldValue : public QLineEdit
{
    Q_OBJECT

public:
    explicit FieldValue(QWidget *parent = nullptr);

    /// Whether there is a whole value to copy, and somewhere to open it.
    void setOffers(bool copy, bool open);

Q_SIGNALS:
    void copyRequested();
    void openRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    bool isSelectedInPart() const;
    void copyShown();

    bool m_offersCopy = false;
    bool m_offersOpen = false;
};

} // namespace ui
