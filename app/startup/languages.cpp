// SPDX-License-Identifier: Apache-2.0
#include "startup/languages.h"

#include "accounts/settings/choices.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace startup {

namespace {

/// The code of one that we speak: where it is to be the system's, and we do not speak that, of the
/// first.
QString codeOf(accounts::Language language)
{
    if (language != accounts::Language::System)
        return accounts::toStoredText(language);
    for (const accounts::KnownLanguage &known : accounts::knownLanguages) {
        if (QLocale(known.code).language() == QLocale::system().language())
            return known.code;
    }
    return accounts::knownLanguages.front().code;
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
    const QString code = codeOf(language);
    QLocale::setDefault(formatsFor(QLocale(code).language()));
    m_ours = load(u"bucketscope_"_s + code, u":/i18n"_s);
    // Qt's own texts are in the language of ours.
    if (code != accounts::knownLanguages.front().code)
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

} // namespace startup
