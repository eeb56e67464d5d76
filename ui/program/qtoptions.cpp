// SPDX-License-Identifier: Apache-2.0
#include "ui/program/qtoptions.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

constexpr std::array withValue{
    QLatin1String("platform"),
    QLatin1String("platformpluginpath"),
    QLatin1String("platformtheme"),
    QLatin1String("plugin"),
    QLatin1String("qwindowgeometry"),
    QLatin1String("qwindowicon"),
    QLatin1String("qwindowtitle"),
    QLatin1String("geometry"),
    QLatin1String("icon"),
    QLatin1String("title"),
    QLatin1String("name"),
    QLatin1String("display"),
    QLatin1String("session"),
    QLatin1String("style"),
    QLatin1String("stylesheet"),
    QLatin1String("qmljsdebugger"),
};

constexpr std::array withoutValue{
    QLatin1String("reverse"),     QLatin1String("nograb"),      QLatin1String("dograb"),
    QLatin1String("sync"),        QLatin1String("widgetcount"), QLatin1String("qdebug"),
    QLatin1String("testability"),
};

template<class Names>
bool holds(const Names &names, const QString &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// With one dash or two; Qt takes both.
QString optionName(const QString &argument)
{
    qsizetype dashes = 0;
    while (dashes < 2 && dashes < argument.size() && argument.at(dashes) == u'-')
        ++dashes;
    return dashes == 0 ? QString() : argument.sliced(dashes);
}

} // namespace

QStringList withoutQtOptions(const QStringList &arguments)
{
    QStringList ours = arguments.first(std::min<qsizetype>(1, arguments.size()));
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString name = optionName(arguments.at(i));
        if (holds(withValue, name))
            ++i;
        else if (!holds(withoutValue, name) && !holds(withValue, name.section(u'=', 0, 0)))
            ours.append(arguments.at(i));
    }
    return ours;
}

} // namespace ui
