/** Has PowerShell ask psyctl: Windows PowerShell 5.1 too, which leaves out empty arguments and reads no UTF-8 by itself. */
export const powershellScript = `# PowerShell completion for psyctl
#
# For this shell:           psyctl completion powershell | Out-String | Invoke-Expression
# For every shell to come:  put the line above into the file that $PROFILE names.

Register-ArgumentCompleter -Native -CommandName 'psyctl' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object {
            if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value }
            else { $_.Extent.Text }
        })
    $words += "$wordToComplete".Trim([char[]]@([char]34, [char]39))
    $count = $words.Count
    if ($words[-1] -eq '') { $words = @($words | Select-Object -First ($count - 1)) }

    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        $lines = @(& psyctl __complete powershell $count @words 2>$null)
    } finally {
        [Console]::OutputEncoding = $encoding
    }

    if ($lines.Count -eq 1 -and $lines[0] -eq ':files') { return }
    # An empty answer keeps PowerShell from offering files instead.
    if ($lines.Count -eq 0) { return '' }

    foreach ($line in $lines) {
        $value, $about = $line -split [char]9, 2
        if (-not $about) { $about = $value }
        $text = $value
        if ($value -match '[\\s''"\`$(){};,|&<>#]' -or $value -match '^@') { $text = "'" + $value.Replace("'", "''") + "'" }
        [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $about)
    }
}
`;
