// SPDX-License-Identifier: Apache-2.0
#include "ui/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

QLocale::Language resolve(accounts::Language language)
{
    switch (language) {
    case accounts::Language::English:
        return QLocale::English;
    case accounts::Language::Korean:
        return QLocale::Korean;
    case accounts::Language::System:
        break;
    }
    return QLocale::system().language() == QLocale::Korean ? QLocale::Korean : QLocale::English;
}

/// The system's own formats where it speaks that language, because countries differ.
QLocale formatsFor(QLocale::Language language)
{
    const QLocale system = QLocale::system();
    return system.language() == language ? system : QLocale(language);
}

} // namespace

Languages::~Languages()
{
    forget();
}

void Languages::speak(accounts::Language language)
{
    forget();
    const QLocale::Language resolved = resolve(language);
    const QString code = QLocale::languageToCode(resolved);
    QLocale::setDefault(formatsFor(resolved));
    m_ours = load(u"bucketscope_"_s + code, u":/i18n"_s);
    if (resolved != QLocale::English)
        m_qts = load(u"qtbase_"_s + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

std::unique_ptr<QTranslator> Languages::load(const QString &file, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(file, folder))
        QCoreApplication::installTranslator(translator.get());
    return translator;
}

void Languages::forget()
{
    for (auto *translator : {&m_ours, &m_qts}) {
        if (*translator)
            QCoreApplication::removeTranslator(translator->get());
        translator->reset();
    }
}

} // namespace ui
