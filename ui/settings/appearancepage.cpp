// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/appearancepage.h"
#include "ui/settings/spacing.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

using accounts::Language;
using accounts::Theme;

constexpr int NarrowestChoice = 160;

/// In the order of the lists.
constexpr std::array languages{Language::System, Language::English, Language::Korean};
constexpr std::array themes{Theme::System, Theme::Light, Theme::Dark, Theme::HighContrast};

/// Languages call themselves what they are called in them.
QString nameOf(Language language)
{
    switch (language) {
    case Language::System:
        return AppearancePage::tr("System", "language");
    case Language::English:
        return u"English"_s;
    case Language::Korean:
        return u"한국어"_s;
    }
    Q_UNREACHABLE();
}

QString nameOf(Theme theme)
{
    switch (theme) {
    case Theme::System:
        return AppearancePage::tr("System", "theme");
    case Theme::Light:
        return AppearancePage::tr("Light");
    case Theme::Dark:
        return AppearancePage::tr("Dark");
    case Theme::HighContrast:
        return AppearancePage::tr("High contrast");
    }
    Q_UNREACHABLE();
}

template<class Values>
void fill(QComboBox *list, const Values &values, typename Values::value_type chosen)
{
    for (const auto value : values) {
        list->addItem(nameOf(value));
        if (value == chosen)
            list->setCurrentIndex(list->count() - 1);
    }
    list->setMinimumWidth(NarrowestChoice);
    list->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

template<class Values>
typename Values::value_type chosenIn(const QComboBox *list, const Values &values)
{
    return values.at(static_cast<std::size_t>(list->currentIndex()));
}

} // namespace

AppearancePage::AppearancePage(const accounts::PreferenceValues &values, QWidget *parent)
    : QWidget(parent), m_form(makeForm(this)), m_language(new QComboBox(this)),
      m_languageField(new FormField(m_form, tr("&Language"), m_language)),
      m_theme(new QComboBox(this)), m_themeField(new FormField(m_form, tr("&Theme"), m_theme))
{
    m_form->setContentsMargins(PageMargin, PageMargin, PageMargin, PageMargin);
    m_form->setRowStretch(m_form->rowCount(), 1);
    fill(m_language, languages, values.language);
    fill(m_theme, themes, values.theme);
}

void AppearancePage::writeTo(accounts::PreferenceValues &values) const
{
    values.language = chosenIn(m_language, languages);
    values.theme = chosenIn(m_theme, themes);
}

} // namespace ui
