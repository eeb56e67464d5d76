// SPDX-License-Identifier: Apache-2.0
#include "accounts/settings/choices.h"

#include <QCoreApplication>
#include <QLocale>

namespace accounts {

namespace {

template<class Name>
QString translated(const Name &name)
{
    return QCoreApplication::translate("Setting", name.text, name.comment);
}

/// Qt knows English in itself by one of its countries.
QString ownNameOf(QLatin1StringView code)
{
    const QLocale locale(code);
    return locale.language() == QLocale::English ? QLocale::languageToString(QLocale::English)
                                                 : locale.nativeLanguageName();
}

} // namespace

QString nameOf(const Choice<Language> &choice)
{
    return choice.name.text ? translated(choice.name) : ownNameOf(choice.word);
}

QString nameOf(const Choice<Theme> &choice)
{
    return translated(choice.name);
}

QString nameOf(const Choice<RefreshInterval> &choice)
{
    return translated(choice.name);
}

} // namespace accounts
