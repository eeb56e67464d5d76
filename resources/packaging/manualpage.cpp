// SPDX-License-Identifier: Apache-2.0
#include "manualpage.h"

#include "accounts/settings/knownlanguages.h"
#include "headless/exitcode.h"
#include "optiontexts.h"
#include "startup/variableshelp.h"
#include "ui/program/commandline.h"

using namespace Qt::Literals::StringLiterals;

namespace packaging {

namespace {

/// As roff takes it: a backslash begins an escape, a dash may become another sign, and what begins
/// a line with a dot or an apostrophe is a request.
QString roff(QString text)
{
    text.replace(u'\\', u"\\e"_s).replace(u'-', u"\\-"_s).replace(u"’"_s, u"\\(cq"_s);
    text.replace(u"…"_s, u"..."_s);
    if (text.startsWith(u'.') || text.startsWith(u'\''))
        text.prepend(u"\\&"_s);
    return text;
}

QString entry(const QString &term, const QString &text)
{
    return u".TP\n"_s + term + u'\n' + roff(text) + u'\n';
}

QString optionEntry(const headless::Option &option)
{
    QString term;
    const QStringList names = option.option.names();
    for (const QString &name : names)
        term += (term.isEmpty() ? u"\\fB"_s : u", \\fB"_s)
            + roff((name.size() == 1 ? u"-"_s : u"--"_s) + name) + u"\\fR"_s;
    if (!option.option.valueName().isEmpty())
        term += u" \\fI"_s + roff(option.option.valueName()) + u"\\fR"_s;
    return entry(term, option.option.description());
}

QString optionEntries(const QList<headless::Option> &options)
{
    QString entries;
    for (const headless::Option &option : options)
        entries += optionEntry(option);
    return entries;
}

QString verbPart(startup::Verb verb)
{
    QString part = u".SS bucketscope %1\n"_s.arg(startup::wordOf(verb))
        + roff(headless::purposeOf(verb)) + u'\n' + optionEntries(headless::optionsOf(verb))
        + u".PP\nIt exits with one of these codes:\n"_s;
    const auto codes = headless::exitCodesOf(verb);
    for (const headless::ExitCodeHelp &help : codes)
        part += entry(roff(help.code), help.meaning);
    return part;
}

/// The pages, a folder for each language, wherever the program is installed.
QString helpEntry()
{
    QStringList languages;
    for (const accounts::KnownLanguage &known : accounts::knownLanguages)
        languages.append(known.code);
    return entry(
        u"\\fI"_s + roff(u"/usr/share/doc/bucketscope/html/en/index.html"_s) + u"\\fR"_s,
        u"The help, with pictures and what to do about each finding. It is there in these "
        "languages: %1. The window opens it with F1, Help."_s.arg(languages.join(u", "_s)));
}

} // namespace

QString manualPage(const QString &version)
{
    QString page = u".TH BUCKETSCOPE 1 \"\" \"Bucketscope %1\"\n.SH NAME\n"_s.arg(roff(version))
        + u"bucketscope \\- browse and check MongoDB Atlas snapshot export buckets\n"
          ".SH SYNOPSIS\n.B bucketscope\n[\\fIOPTION\\fR]... [\\fILINK\\fR]\n"_s;
    for (const startup::VerbWord &known : startup::verbWords)
        page += u".br\n.B bucketscope %1\n[\\fIOPTION\\fR]...\n"_s.arg(known.word);
    page += u".SH DESCRIPTION\n"_s + roff(ui::purpose())
        + u"\nWithout a command, it opens a window.\n.SH OPTIONS OF THE WINDOW\n"_s
        + optionEntries(windowOptions()) + entry(u"\\fILINK\\fR"_s, ui::linkPurpose())
        + u".SH COMMANDS WITHOUT A WINDOW\n"_s;
    for (const startup::VerbWord &known : startup::verbWords)
        page += verbPart(known.verb);
    page += u".SH ENVIRONMENT\n"_s;
    const auto variables = startup::knownVariables();
    for (const startup::KnownVariables &group : variables)
        page += entry(u"\\fB"_s + roff(group.names.join(u", "_s)) + u"\\fR"_s, group.meaning);
    return page + u".SH FILES\n"_s + helpEntry();
}

} // namespace packaging
