// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/requesttab.h"

#include "ui/accessibility/clipboardnews.h"
#include "ui/accessibility/enabling.h"
#include "ui/accessibility/focusheirs.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace ui {

namespace {

using share::RequestFormat;

/// In the order of the combo box.
constexpr std::array Formats{RequestFormat::CurlApiKey, RequestFormat::CurlServiceAccount,
                             RequestFormat::AtlasCli, RequestFormat::GoSdk};

QString nameOf(RequestFormat format)
{
    switch (format) {
    case RequestFormat::CurlApiKey:
        return RequestTab::tr("curl (API key)");
    case RequestFormat::CurlServiceAccount:
        return RequestTab::tr("curl (service account)");
    case RequestFormat::AtlasCli:
        return RequestTab::tr("Atlas CLI");
    case RequestFormat::GoSdk:
        return RequestTab::tr("Go SDK");
    }
    Q_UNREACHABLE();
}

} // namespace

RequestTab::RequestTab(QWidget *parent)
    : QWidget(parent), m_format(new QComboBox(this)),
      m_copy(makeFlatButton(this, tr("Copy"), LineIcon::Copy, Qt::ToolButtonTextBesideIcon)),
      m_view(new TextView(tr("Request text"), this))
{
    m_format->setAccessibleName(tr("Format"));
    leaveWheelUnlessFocused(*m_format);
    for (const RequestFormat format : Formats)
        m_format->addItem(nameOf(format));
    layOut();
    setFocusHeirs(*this, {m_view});
    connect(m_format, &QComboBox::currentIndexChanged, this, &RequestTab::showText);
    connect(m_copy, &QToolButton::clicked, this,
            [this] { copyAndTell(this, m_view->toPlainText()); });
}

void RequestTab::layOut()
{
    auto *top = new QHBoxLayout;
    top->setContentsMargins(theme::Margin, theme::Gap, theme::Margin, theme::Gap);
    top->setSpacing(theme::Gap);
    top->addWidget(m_format, 1);
    top->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addWidget(m_view, 1);
}

void RequestTab::setCall(const std::optional<share::BucketsCall> &call)
{
    m_call = call;
    showText();
}

share::RequestFormat RequestTab::format() const
{
    return Formats.at(static_cast<std::size_t>(m_format->currentIndex()));
}

void RequestTab::setFormat(share::RequestFormat format)
{
    const auto place = std::find(Formats.begin(), Formats.end(), format);
    m_format->setCurrentIndex(static_cast<int>(std::distance(Formats.begin(), place)));
}

void RequestTab::showText()
{
    m_view->showText(m_call ? share::requestText(format(), *m_call) : QString());
    enableUnless(*m_copy, m_call ? QString() : tr("No request to copy."));
}

} // namespace ui
