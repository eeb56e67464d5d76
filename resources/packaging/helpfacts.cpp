// SPDX-License-Identifier: Apache-2.0
#include "helpfacts.h"

#include "accounts/settings/settingstable.h"
#include "buckets/usage/exportgap.h"
#include "headless/exitcode.h"
#include "insight/advice/findingtext.h"
#include "insight/health/rules.h"
#include "optiontexts.h"
#include "startup/variableshelp.h"
#include "ui/parts/formfield.h"
#include "ui/window/commands.h"
#include "ui/window/keysdialog.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace packaging {

namespace {

using headless::Option;
using startup::Verb;

QString cell(const QString &html)
{
    return u"<td>"_s + html + u"</td>"_s;
}

QString row(const QStringList &cells)
{
    QString html = u"<tr>"_s;
    for (const QString &one : cells)
        html += cell(one);
    return html + u"</tr>\n"_s;
}

QString code(const QString &text)
{
    return u"<code>"_s + text.toHtmlEscaped() + u"</code>"_s;
}

QString severities(const insight::Rule &rule)
{
    const QString worst = insight::severityText(rule.worst);
    return rule.worst == rule.mildest
        ? worst
        : QString(worst + u" / "_s + insight::severityText(rule.mildest));
}

QString findingRows()
{
    QString rows;
    for (const insight::Rule &rule : insight::rules)
        rows += row({u"<a href=\"#%1\">%2</a>"_s.arg(rule.word, code(rule.word)), severities(rule),
                     insight::titleOf(rule.code).toString().toHtmlEscaped()});
    return rows;
}

QString keyRows()
{
    QString rows;
    const QList<ui::KeyHelp> keys = ui::allKeys();
    for (const ui::KeyHelp &help : keys) {
        QStringList all;
        for (const QKeySequence &key : help.keys)
            all.append(u"<kbd>"_s + ui::keysText({key}).toHtmlEscaped() + u"</kbd>"_s);
        rows += row({all.join(u", "_s), help.what.toHtmlEscaped()});
    }
    return rows;
}

QString variableRows()
{
    QString rows;
    const QList<startup::KnownVariables> groups = startup::knownVariables();
    for (const startup::KnownVariables &group : groups) {
        QStringList names;
        for (const QString &name : group.names)
            names.append(code(name));
        rows += row({names.join(u", "_s), group.meaning.toHtmlEscaped()});
    }
    return rows;
}

/// What a setting is if nobody has chosen; the words are those for a switch.
template<class Value>
QString defaultOf(const accounts::Setting<Value> &setting, const QString &on, const QString &off)
{
    const Value value = accounts::PreferenceValues().*setting.member;
    if constexpr (std::is_same_v<Value, bool>) {
        return value ? on : off;
    } else if constexpr (accounts::Chosen<Value>) {
        for (const auto &choice : accounts::choicesOf(value)) {
            if (choice.value == value)
                return accounts::nameOf(choice);
        }
        return {};
    } else {
        return accounts::storedTextOf(value) + accounts::settingText(setting.unit);
    }
}

QString settingRows(const QString &on, const QString &off)
{
    QString rows;
    accounts::forEachSetting([&](const auto &setting) {
        // That of secrets stands with the profiles: signing in tells of it.
        if (setting.page == accounts::SettingsPage::Profiles)
            return;
        const QString label = ui::withoutMnemonic(accounts::settingText(setting.label));
        rows += row({label.toHtmlEscaped(), defaultOf(setting, on, off).toHtmlEscaped(),
                     accounts::hintOf(setting).toHtmlEscaped()});
    });
    return rows;
}

bool areSame(const Option &one, const Option &other)
{
    return one.option.names() == other.option.names()
        && one.option.description() == other.option.description();
}

bool isIn(const QList<Option> &options, const Option &option)
{
    return std::any_of(options.begin(), options.end(),
                       [&option](const Option &other) { return areSame(option, other); });
}

/// What all verbs have.
QList<Option> commonOptions()
{
    QList<Option> common = headless::optionsOf(startup::verbWords.front().verb);
    for (const startup::VerbWord &known : startup::verbWords) {
        const QList<Option> options = headless::optionsOf(known.verb);
        common.removeIf([&options](const Option &option) { return !isIn(options, option); });
    }
    return common;
}

QList<Option> optionsOfOnly(Verb verb)
{
    const QList<Option> common = commonOptions();
    QList<Option> options = headless::optionsOf(verb);
    options.removeIf([&common](const Option &option) { return isIn(common, option); });
    return options;
}

QString optionRows(const QList<Option> &options)
{
    QString rows;
    for (const Option &option : options) {
        const QString value = option.option.valueName();
        const QString spelled =
            longName(option.option) + (value.isEmpty() ? QString() : QString(u' ' + value));
        rows += row({code(spelled), option.option.description().toHtmlEscaped()});
    }
    return rows;
}

QString exitCodeRows(Verb verb)
{
    QString rows;
    const auto codes = headless::exitCodesOf(verb);
    for (const headless::ExitCodeHelp &help : codes)
        rows += row({code(help.code), help.meaning.toHtmlEscaped()});
    return rows;
}

std::optional<QString> optionRowsOf(const QString &whom)
{
    if (whom == u"window")
        return optionRows(windowOptions());
    if (whom == u"all")
        return optionRows(commonOptions());
    const auto verb = startup::verbIn(whom);
    return verb ? std::optional(optionRows(optionsOfOnly(*verb))) : std::nullopt;
}

} // namespace

std::optional<QString> factRows(const QString &words)
{
    const QStringList parts = words.split(u' ');
    const QString &kind = parts.constFirst();
    if (kind == u"findings")
        return findingRows();
    if (kind == u"keys")
        return keyRows();
    if (kind == u"variables")
        return variableRows();
    if (kind == u"settings" && parts.size() == 3)
        return settingRows(parts.at(1), parts.at(2));
    if (kind == u"options")
        return optionRowsOf(parts.value(1));
    const auto verb = startup::verbIn(parts.value(1));
    if (kind == u"exit-codes" && verb)
        return exitCodeRows(*verb);
    return std::nullopt;
}

std::optional<QString> factText(const QString &words)
{
    const QString kind = words.section(u' ', 0, 0);
    const QString value = words.section(u' ', 1);
    if (kind == u"days") {
        const auto days = buckets::mostDaysBetweenExports(atlas::ExportFrequency::fromApi(value));
        return days ? std::optional(QLocale().toString(*days)) : std::nullopt;
    }
    const auto known = insight::findingCode(value);
    if (!known)
        return std::nullopt;
    if (kind == u"finding")
        return QString(code(value) + u' ' + insight::titleOf(*known).toString().toHtmlEscaped());
    if (kind == u"severity")
        return severities(insight::ruleOf(*known));
    return std::nullopt;
}

} // namespace packaging
