// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/snippets/requesttext.h"
#include "ui/parts/textview.h"

#include <QComboBox>
#include <QToolButton>
#include <QWidget>

#include <optional>

namespace ui {

/// The call for the page on screen or for a bucket of another page, to be made elsewhere.
class RequestTab : public QWidget
{
    Q_OBJECT

public:
    explicit RequestTab(QWidget *parent = nullptr);

    /// Nothing if no project is open.
    void setCall(const std::optional<share::BucketsCall> &call);

    /// In whose words the call is.
    share::RequestFormat format() const;
    void setFormat(share::RequestFormat format);

private:
    void layOut();
    void showText();

    std::optional<share::BucketsCall> m_call;
    QComboBox *m_format;
    QToolButton *m_copy;
    TextView *m_view;
};

} // namespace ui
