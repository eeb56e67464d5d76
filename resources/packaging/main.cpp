// SPDX-License-Identifier: Apache-2.0
// Usage: packagingtexts bash|zsh|fish|fish-commands|man|schema FILE
//        packagingtexts help FILE LANGUAGE FOLDER
// Writes what a package has beside the program. FOLDER has the prose of the help.
#include "completions.h"
#include "helppage.h"
#include "manualpage.h"
#include "schemawords.h"
#include "startup/languages.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

QString helpIn(const QString &code, const QString &folder, startup::Languages &languages)
{
    for (const accounts::KnownLanguage &known : accounts::knownLanguages) {
        if (known.code != code)
            continue;
        languages.speak(known.language);
        const auto page = packaging::helpPage(folder, known, QStringLiteral(BUCKETSCOPE_VERSION));
        if (page)
            return *page;
        std::fprintf(stderr, "%s\n", qUtf8Printable(page.error()));
    }
    return {};
}

QString textOf(const QStringList &arguments, startup::Languages &languages)
{
    const QString kind = arguments.value(1);
    if (kind == u"bash")
        return packaging::bashCompletion();
    if (kind == u"zsh")
        return packaging::zshCompletion();
    if (kind == u"fish")
        return packaging::fishCompletion();
    if (kind == u"fish-commands")
        return packaging::fishCompletionOfCommands();
    if (kind == u"man")
        return packaging::manualPage(QStringLiteral(BUCKETSCOPE_VERSION));
    if (kind == u"schema")
        return packaging::schemaWords();
    if (kind == u"help")
        return helpIn(arguments.value(3), arguments.value(4), languages);
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    startup::Languages languages;
    languages.speak(accounts::knownLanguages.front().language);
    const QStringList arguments = QCoreApplication::arguments();
    const QByteArray text = textOf(arguments, languages).toUtf8();
    QFile file(arguments.value(2));
    const bool isWritten = !text.isEmpty() && file.open(QIODevice::WriteOnly)
        && file.write(text) == text.size() && file.flush();
    return isWritten ? 0 : 2;
}
