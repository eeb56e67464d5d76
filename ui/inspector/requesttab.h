// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/requesttext.h"
#include "ui/inspector/textview.h"

#include <QComboBox>
#include <QToolButton>
#include <QWidget>

#include <optional>

namespace ui {

/// The call for the page on screen, to be made elsewhere.
class RequestTab : public QWidget
{
    Q_OBJECT

public:
    explicit RequestTab(QWidget *parent = nullptr);

    /// Nothing if no project is open.
    void setCall(const std::optional<share::ListBucketsCall> &call);

private:
    void layOut();
    void showText();

    std::optional<share::ListBucketsCall> m_call;
    QComboBox *m_format;
    QToolButton *m_copy;
    TextView *m_view;
};

} // namespace ui
