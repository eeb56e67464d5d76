// SPDX-License-Identifier: Apache-2.0
#include "ui/window/helppage.h"

#include "accounts/settings/knownlanguages.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

struct HelpPageText
{
    Q_DECLARE_TR_FUNCTIONS(ui::HelpPage)
};

/// From the program's folder.
constexpr auto InstalledFolder = "../share/doc/bucketscope/html"_L1;
constexpr auto BuiltFolder = "../../resources/help/html"_L1;

QString spokenLanguage()
{
    for (const accounts::KnownLanguage &known : accounts::knownLanguages) {
        if (QLocale(known.code).language() == QLocale().language())
            return known.code;
    }
    return accounts::knownLanguages.front().code;
}

WindowNotice missingNotice(const QString &place)
{
    return {true, HelpPageText::tr("The help is not installed."),
            HelpPageText::tr("The help belongs in %1. To add it, install Bucketscope again.")
                .arg(place)};
}

WindowNotice unopenedNotice(const QString &page)
{
    return {true, HelpPageText::tr("The help could not be opened."),
            HelpPageText::tr("Open this file in a browser: %1").arg(page)};
}

} // namespace

QString helpPageFor(const QString &programFolder, const QString &language)
{
    const QDir folder(programFolder);
    for (const QLatin1StringView place : {InstalledFolder, BuiltFolder}) {
        const QFileInfo page(folder, place + u'/' + language + u"/index.html"_s);
        if (page.isFile())
            return page.canonicalFilePath();
    }
    return {};
}

std::optional<WindowNotice::Maker> openHelpPage(const QString &programFolder)
{
    const QString page = helpPageFor(programFolder, spokenLanguage());
    if (page.isEmpty()) {
        const QString place =
            QDir::toNativeSeparators(QDir::cleanPath(programFolder + u'/' + InstalledFolder));
        return [place] {
            return missingNotice(place);
        };
    }
    if (QDesktopServices::openUrl(QUrl::fromLocalFile(page)))
        return std::nullopt;
    return [page] {
        return unopenedNotice(QDir::toNativeSeparators(page));
    };
}

} // namespace ui
