// SPDX-License-Identifier: Apache-2.0
// Usage: packagingtexts bash|zsh|fish|man FILE: writes what a package has beside the program.
#include "completions.h"
#include "manualpage.h"
#include "startup/languages.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace {

QString textOf(const QString &kind)
{
    if (kind == u"bash")
        return packaging::bashCompletion();
    if (kind == u"zsh")
        return packaging::zshCompletion();
    if (kind == u"fish")
        return packaging::fishCompletion();
    if (kind == u"man")
        return packaging::manualPage(QStringLiteral(BUCKETSCOPE_VERSION));
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    startup::Languages languages;
    languages.speak(accounts::knownLanguages.front().language);
    const QStringList arguments = QCoreApplication::arguments();
    const QByteArray text = textOf(arguments.value(1)).toUtf8();
    QFile file(arguments.value(2));
    const bool isWritten = !text.isEmpty() && file.open(QIODevice::WriteOnly)
        && file.write(text) == text.size() && file.flush();
    return isWritten ? 0 : 2;
}
