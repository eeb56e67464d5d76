// SPDX-License-Identifier: Apache-2.0
#include "completions.h"

#include "optiontexts.h"

using namespace Qt::Literals::StringLiterals;

namespace packaging {

namespace {

using headless::Option;
using startup::VerbWord;

QString verbs()
{
    QStringList words;
    for (const VerbWord &known : startup::verbWords)
        words.append(known.word);
    return words.join(u' ');
}

QString namesOf(const QList<Option> &options)
{
    QStringList names;
    for (const Option &option : options)
        names.append(longName(option.option));
    return names.join(u' ');
}

/// Between single quotes, for bash, zsh and fish alike: no text of ours has an escape.
QString quoted(QString text)
{
    text.replace(u'\'', u"'\\''"_s);
    return u'\'' + text + u'\'';
}

/// What bash does to complete the value of an option.
QString bashValue(const Option &option)
{
    const QStringList choices = choicesOf(option);
    if (!choices.isEmpty())
        return u"COMPREPLY=($(compgen -W %1 -- \"$current\")); return"_s.arg(
            quoted(choices.join(u' ')));
    if (takesFile(option.option))
        return u"compopt -o filenames; COMPREPLY=($(compgen -f -- \"$current\")); return"_s;
    return u"return"_s;
}

QString bashValues(const QString &verb, const QList<Option> &options)
{
    QString cases;
    for (const Option &option : options) {
        if (!option.option.valueName().isEmpty())
            cases += u"    %1:%2) %3 ;;\n"_s.arg(verb, longName(option.option), bashValue(option));
    }
    return cases;
}

QString zshSpec(const Option &option)
{
    QString text = option.option.description();
    text.replace(u'[', u"("_s).replace(u']', u")"_s).replace(u':', u"\\:"_s);
    QString spec = longName(option.option) + u'[' + text + u']';
    if (isRepeated(option.option))
        spec.prepend(u'*');
    if (option.option.valueName().isEmpty())
        return quoted(spec);
    const QStringList choices = choicesOf(option);
    spec += u':' + option.option.valueName() + u':';
    if (!choices.isEmpty())
        spec += u'(' + choices.join(u' ') + u')';
    else if (takesFile(option.option))
        spec += u"_files"_s;
    else
        spec += u' ';
    return quoted(spec);
}

QString zshArguments(const QList<Option> &options)
{
    QString lines;
    for (const Option &option : options)
        lines += u" \\\n            "_s + zshSpec(option);
    return lines;
}

QString fishLines(const QString &condition, const QList<Option> &options)
{
    QString lines;
    for (const Option &option : options) {
        const QStringList choices = choicesOf(option);
        lines += u"complete -c bucketscope -n %1 -l %2 -d %3"_s.arg(
            quoted(condition), longName(option.option).mid(2), quoted(option.option.description()));
        if (!choices.isEmpty())
            lines += u" -x -a "_s + quoted(choices.join(u' '));
        else if (takesFile(option.option))
            lines += u" -r -F"_s;
        else if (!option.option.valueName().isEmpty())
            lines += u" -x"_s;
        lines += u'\n';
    }
    return lines;
}

} // namespace

QString bashCompletion()
{
    QString options;
    QString values;
    for (const VerbWord &known : startup::verbWords) {
        const QList<Option> all = headless::optionsOf(known.verb);
        options += u"    %1) options=%2 ;;\n"_s.arg(known.word, quoted(namesOf(all)));
        values += bashValues(known.word, all);
    }
    const QList<Option> window = windowOptions();
    return uR"(# Completion of bucketscope for bash. Made from the source of --help.
_bucketscope() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
    local verb=${COMP_WORDS[1]} options
    COMPREPLY=()
    case $verb in
)"_s + options
        + u"    *) verb=window options=%1 ;;\n    esac\n    case $verb:$before in\n"_s.arg(
            quoted(namesOf(window)))
        + values + bashValues(u"window"_s, window) + u"    esac\n"_s
        + u"    ((COMP_CWORD > 1)) || options=\"%1 $options\"\n"_s.arg(verbs())
        + u"    COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n}\n"_s
        + u"complete -F _bucketscope bucketscope\n"_s;
}

QString zshCompletion()
{
    QString cases;
    QString described;
    for (const VerbWord &known : startup::verbWords) {
        described +=
            u"        "_s + quoted(known.word + u':' + headless::purposeOf(known.verb)) + u'\n';
        cases +=
            u"    %1)\n        shift words; ((CURRENT--))\n        _arguments%2\n        ;;\n"_s
                .arg(known.word, zshArguments(headless::optionsOf(known.verb)));
    }
    return u"#compdef bucketscope\n# Completion of bucketscope for zsh. Made from the source of "
           "--help.\n_bucketscope() {\n    local -a verbs=(\n"_s
        + described + u"    )\n    case $words[2] in\n"_s + cases
        + u"    *)\n        ((CURRENT == 2)) && _describe command verbs\n        _arguments%1\n"
          "        ;;\n    esac\n}\n_bucketscope \"$@\"\n"_s.arg(zshArguments(windowOptions()));
}

QString fishCompletion()
{
    QString lines = u"# Completion of bucketscope for fish. Made from the source of --help.\n"
                    "complete -c bucketscope -f\n"_s;
    for (const VerbWord &known : startup::verbWords)
        lines += u"complete -c bucketscope -n __fish_use_subcommand -a %1 -d %2\n"_s.arg(
            known.word, quoted(headless::purposeOf(known.verb)));
    lines += fishLines(u"not __fish_seen_subcommand_from %1"_s.arg(verbs()), windowOptions());
    for (const VerbWord &known : startup::verbWords)
        lines += fishLines(u"__fish_seen_subcommand_from %1"_s.arg(known.word),
                           headless::optionsOf(known.verb));
    return lines;
}

} // namespace packaging
